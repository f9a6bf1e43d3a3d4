package dk.kvalitetsbro.moodle.client;

/** The plugin's function for ending manual enrolments. */
final class PluginUnenrolling extends PluginRows<Unenrolment> {
    static final String NAME = "local_kvalitetsbro_unenrol_users";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Object key(Unenrolment row) {
        return row;
    }

    @Override
    public long subject(Unenrolment row) {
        return row.userId();
    }

    @Override
    public long group(Unenrolment row) {
        return row.courseId();
    }

    @Override
    public void write(Unenrolment row, int index, Params params) {
        params.add("rows[" + index + "][userid]", row.userId()).add("rows[" + index + "][courseid]", row.courseId());
    }
}
