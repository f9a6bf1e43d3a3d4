package dk.kvalitetsbro.moodle.fake;

/** What the web-service account may be lacking, with the words of Moodle's refusal. */
enum Capability {
    VIEW_COURSES("moodle/course:view", "View courses without participation"),
    VIEW_HIDDEN_COURSES("moodle/course:viewhiddencourses", "View hidden courses"),
    VIEW_PARTICIPANTS("moodle/course:viewparticipants", "View participants"),
    REVIEW_ENROLMENTS("moodle/course:enrolreview", "Review course enrolments"),
    ACCESS_ALL_GROUPS("moodle/site:accessallgroups", "Access all groups"),
    UPDATE_COURSES("moodle/course:update", "Update course settings"),
    MANAGE_CATEGORIES("moodle/category:manage", "Manage categories"),
    VIEW_USER("moodle/user:viewdetails", "View user profiles"),
    VIEW_ALL_OF_USER("moodle/user:viewalldetails", "View user full information"),
    VIEW_IDENTITY("moodle/site:viewuseridentity", "See full user identity in lists"),
    CREATE_USERS("moodle/user:create", "Create users"),
    UPDATE_USERS("moodle/user:update", "Update user profiles"),
    ENROL("enrol/manual:enrol", "Enrol users"),
    UNENROL("enrol/manual:unenrol", "Unenrol users from the course"),
    ASSIGN_ROLES("moodle/role:assign", "Assign roles to users"),
    VIEW_COMPLETION("report/completion:view", "View course completion report"),
    VIEW_PROGRESS("report/progress:view", "View activity completion reports"),
    OVERRIDE_COMPLETION("moodle/course:overridecompletion", "Override activity completion status"),
    MANAGE_COHORTS("moodle/cohort:manage", "Create, delete and move cohorts"),
    ASSIGN_COHORTS("moodle/cohort:assign", "Add and remove cohort members"),
    VIEW_COHORTS("moodle/cohort:view", "View site-wide cohorts"),
    MANAGE_GROUPS("moodle/course:managegroups", "Manage groups"),
    MANAGE_COMPETENCIES("moodle/competency:competencymanage", "Manage competency frameworks"),
    LINK_COMPETENCIES("moodle/competency:coursecompetencymanage", "Manage course competencies"),
    VIEW_RATINGS("moodle/competency:usercompetencyview", "View a user competency"),
    GRADE_COMPETENCIES("moodle/competency:competencygrade", "Set competency ratings"),
    MANAGE_DRAFTS("moodle/competency:planmanagedraft", "Manage draft learning plans"),
    MANAGE_PLANS("moodle/competency:planmanage", "Manage learning plans"),
    VIEW_PLANS("moodle/competency:planview", "View all learning plans"),
    MANAGE_TEMPLATES("moodle/competency:templatemanage", "Manage learning plan templates"),
    VIEW_TEMPLATES("moodle/competency:templateview", "View learning plan templates"),
    MESSAGE_ANYBODY("moodle/site:messageanyuser", "Bypass user privacy preferences for messaging any user"),
    MANAGE_CALENDAR("moodle/calendar:manageentries", "Manage any calendar entries"),
    VIEW_FEEDBACK("mod/feedback:view", "View a feedback"),
    VIEW_FEEDBACK_REPORTS("mod/feedback:viewreports", "View reports"),
    VIEW_REPORTS("moodle/reportbuilder:view", "View custom reports"),
    ASSIGN_COURSES("local/kvalitetsbro:assigncourses", "Assign courses to people (the connector's account)"),
    ATTACH_COURSE("local/kvalitetsbro:attachcourse", "Attach a course to themes (the connector's account)"),
    MANAGE_THEMES("local/kvalitetsbro:managethemes", "Write themes into Moodle (the connector's account)"),
    READ_CATALOGUE("local/kvalitetsbro:readcatalogue", "Read courses and categories (the connector's account)"),
    READ_COMPLETIONS("local/kvalitetsbro:readcompletions", "Read who has completed what (the connector's account)"),
    READ_PEOPLE("local/kvalitetsbro:readpeople", "Read id numbers and cohorts (the connector's account)");

    private final String code;
    private final String title;

    Capability(String code, String title) {
        this.code = code;
        this.title = title;
    }

    String code() {
        return code;
    }

    String title() {
        return title;
    }
}
