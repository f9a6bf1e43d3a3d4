package dk.kvalitetsbro.organisation;

import java.util.Optional;

/**
 * A file as somebody sent it.
 *
 * @param round   the survey round it is of, if its kind asks for one
 * @param content the bytes, unread and unchanged
 */
public record Upload(String fileName, Optional<String> round, byte[] content) {}
