package dk.kvalitetsbro.moodle.client;

/** The plugin's function for writing themes. */
final class PluginThemes extends PluginRows<Plugin.Theme> {
    static final String NAME = "local_kvalitetsbro_set_themes";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Object key(Plugin.Theme row) {
        return row.code();
    }

    /** All the same, so that themes come to Moodle in the order given. */
    @Override
    public long subject(Plugin.Theme row) {
        return 0;
    }

    @Override
    public long group(Plugin.Theme row) {
        return 0;
    }

    @Override
    public void write(Plugin.Theme row, int index, Params params) {
        var prefix = "rows[" + index + "]";
        params.add(prefix + "[code]", row.code())
                .add(prefix + "[name]", row.name())
                .add(prefix + "[description]", row.description());
    }
}
