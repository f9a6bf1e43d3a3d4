package dk.kvalitetsbro.demo;

/** The scale an item is answered on: whole numbers from 1 to {@link #max()}, 1 being the first choice shown. */
public enum Scale {
    SMILEY_3(3),
    FIT_4(4),
    AGREE_5(5);

    private final int max;

    Scale(int max) {
        this.max = max;
    }

    public int max() {
        return max;
    }
}
