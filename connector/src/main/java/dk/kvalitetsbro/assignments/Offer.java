package dk.kvalitetsbro.assignments;

import dk.kvalitetsbro.catalogue.Course;

/**
 * A course that could answer a need, and what the centre's staff already have to do with it.
 *
 * @param completed people at the centre who have completed it
 * @param taking    people at the centre who have been given it and have not completed it
 */
public record Offer(Course course, int completed, int taking) {}
