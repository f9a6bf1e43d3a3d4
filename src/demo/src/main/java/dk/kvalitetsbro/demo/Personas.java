package dk.kvalitetsbro.demo;

/**
 * The people whose working day the demo follows. They have the same names and keys at every size.
 *
 * @param maja         pedagogue in Karen's centre
 * @param karen        leader of {@code karensCentre}
 * @param jonas        HR consultant
 * @param anne         in the administration
 * @param sigurd       system administrator
 * @param inTwoCentres pedagogue in Karen's centre and in another one
 * @param onLeave      pedagogue in Karen's centre, away from September 2026 to June 2027
 * @param left         was an assistant in Karen's centre until June 2026
 * @param areaLeader   leads the area that Karen's centre lies in
 * @param officer      data-protection officer
 * @param politician   in the council
 * @param boardMember  on the board of Karen's centre
 * @param consultant   invited to Karen's centre
 * @param researcher   invited to the municipality's results
 * @param karensCentre clearly weak in mathematics (MAT) in 2019, strong in relations (REL), declining in culture (KUL)
 */
public record Personas(
        Person maja,
        Person karen,
        Person jonas,
        Person anne,
        Person sigurd,
        Person inTwoCentres,
        Person onLeave,
        Person left,
        Person areaLeader,
        Person officer,
        Person politician,
        Person boardMember,
        Person consultant,
        Person researcher,
        Centre karensCentre) {
    public static Personas of(DemoMunicipality municipality) {
        return new Personas(
                Staff.MAJA,
                Staff.KAREN,
                Staff.JONAS,
                Staff.ANNE,
                Staff.SIGURD,
                Staff.IN_TWO_CENTRES,
                Staff.ON_LEAVE,
                Staff.LEFT,
                Offices.AREA_LEADER,
                Offices.DATA_PROTECTION_OFFICER,
                Offices.POLITICIAN,
                Offices.BOARD_MEMBER,
                Offices.CONSULTANT,
                Offices.RESEARCHER,
                municipality.karensCentre());
    }
}
