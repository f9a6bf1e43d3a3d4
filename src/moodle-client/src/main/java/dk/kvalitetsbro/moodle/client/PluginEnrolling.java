package dk.kvalitetsbro.moodle.client;

/** The plugin's function for enrolling, which keeps or changes the dates of people who are enrolled. */
final class PluginEnrolling extends PluginRows<Enrolment> {
    static final String NAME = "local_kvalitetsbro_enrol_users";

    private final long roleId;
    private final boolean keepDates;

    PluginEnrolling(long roleId, boolean keepDates) {
        this.roleId = roleId;
        this.keepDates = keepDates;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Object key(Enrolment row) {
        return new ManualEnrolling.Key(row.userId(), row.courseId());
    }

    @Override
    public long subject(Enrolment row) {
        return row.userId();
    }

    @Override
    public long group(Enrolment row) {
        return row.courseId();
    }

    @Override
    void options(Params params) {
        params.add("keepdates", keepDates);
    }

    @Override
    public void write(Enrolment row, int index, Params params) {
        var prefix = "rows[" + index + "]";
        params.add(prefix + "[userid]", row.userId())
                .add(prefix + "[courseid]", row.courseId())
                .add(prefix + "[roleid]", roleId)
                .add(prefix + "[suspend]", row.suspended());
        row.start().ifPresent(start -> params.add(prefix + "[timestart]", start));
        row.end().ifPresent(end -> params.add(prefix + "[timeend]", end));
        row.reason().ifPresent(reason -> params.add(prefix + "[reason]", reason));
        row.due().ifPresent(due -> params.add(prefix + "[duedate]", due));
        row.assignedBy().ifPresent(leader -> params.add(prefix + "[assignedby]", leader));
    }
}
