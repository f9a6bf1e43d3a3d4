package dk.kvalitetsbro.organisation;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;

/** The name of an uploaded file. */
final class FileName {
    private FileName() {}

    /** Browsers send it as UTF-8, and the multipart reader takes every byte for a letter; this puts them together again. */
    static String asSent(String read) {
        if (!ISO_8859_1.newEncoder().canEncode(read)) {
            return read;
        }
        try {
            return UTF_8.newDecoder()
                    .decode(ByteBuffer.wrap(read.getBytes(ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return read;
        }
    }
}
