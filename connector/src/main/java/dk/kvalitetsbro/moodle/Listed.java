package dk.kvalitetsbro.moodle;

import java.util.List;

/**
 * One page of a list.
 *
 * @param total how many there are on all pages
 * @param page  from 1
 */
public record Listed<T>(List<T> rows, int total, int page, int pages) {
    static <T> Listed<T> page(List<T> all, int page, int size) {
        int pages = Math.max(1, (all.size() + size - 1) / size);
        int shown = Math.min(Math.max(1, page), pages);
        int from = (shown - 1) * size;
        return new Listed<>(all.subList(from, Math.min(all.size(), from + size)), all.size(), shown, pages);
    }
}
