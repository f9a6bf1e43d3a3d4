package dk.kvalitetsbro.organisation;

/**
 * What an import does to what is there, in rows of the file.
 *
 * @param added     not there before
 * @param changed   there, and different in the file
 * @param unchanged there, and the same in the file
 */
public record Changes(long added, long changed, long unchanged) {
    static final Changes NONE = new Changes(0, 0, 0);

    @Override
    public String toString() {
        return added + " added, " + changed + " changed, " + unchanged + " unchanged";
    }
}
