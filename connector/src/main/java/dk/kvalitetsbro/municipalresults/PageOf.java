package dk.kvalitetsbro.municipalresults;

import java.util.List;

/**
 * A page of a long list.
 *
 * @param number from 1
 * @param last   the number of the last page
 * @param all    how many there are on all pages
 */
public record PageOf<T>(List<T> rows, int number, int last, int all) {
    /** @param wanted any number: the nearest page there is, is turned to */
    static <T> PageOf<T> of(List<T> all, int size, int wanted) {
        int last = Math.max(1, (all.size() + size - 1) / size);
        int number = Math.min(Math.max(wanted, 1), last);
        int first = (number - 1) * size;
        return new PageOf<>(
                List.copyOf(all.subList(first, Math.min(first + size, all.size()))), number, last, all.size());
    }

    /** @return the same page with what is told of each of its rows */
    <U> PageOf<U> with(List<U> told) {
        return new PageOf<>(told, number, last, all);
    }
}
