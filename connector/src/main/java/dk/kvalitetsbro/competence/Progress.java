package dk.kvalitetsbro.competence;

/**
 * How far some people have come on a theme: every person counts once.
 *
 * @param done    have completed at least one course on the theme
 * @param ongoing are enrolled in one and have completed none
 * @param none    neither
 */
public record Progress(int done, int ongoing, int none) {
    static final Progress NOBODY = new Progress(0, 0, 0);

    /** How many kinds of people are counted. */
    static final int KINDS = 3;

    public Progress {
        if (done < 0 || ongoing < 0 || none < 0) {
            throw new IllegalArgumentException("negative head count");
        }
    }

    public int people() {
        return done + ongoing + none;
    }

    /** @param kind from 0 on: done, ongoing, none */
    int of(int kind) {
        return kind == 0 ? done : kind == 1 ? ongoing : none;
    }

    Progress plus(Progress other) {
        return new Progress(done + other.done, ongoing + other.ongoing, none + other.none);
    }
}
