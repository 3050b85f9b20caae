package org.cordonrt.constraint;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.cordonrt.issue.CordonException;
import org.cordonrt.issue.IssueCode;
import org.jspecify.annotations.Nullable;

/**
 * A small text file of a user.
 *
 * @param text without byte order mark
 * @param sha256 digest of its bytes, lower-case hexadecimal
 */
record TextFile(String text, String sha256) {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /**
     * @param code of the refusal
     * @param what the file is, for the message
     */
    static TextFile read(Path file, IssueCode code, String what) {
        byte[] bytes = bytes(file, code, what);
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return new TextFile(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text, sha256(bytes));
        } catch (CharacterCodingException e) {
            throw refused(file, code, what + " is not a text in UTF-8", e);
        }
    }

    /** Digest of bytes, lower-case hexadecimal. */
    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static byte[] bytes(Path file, IssueCode code, String what) {
        // One byte more than allowed shows that a file is too large; its size may not tell (a pipe, a growing file).
        int most = ConstraintFileReader.LARGEST_FILE + 1;
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(most);
            if (bytes.length == most) {
                throw refused(
                        file,
                        code,
                        what + " is larger than " + ConstraintFileReader.LARGEST_FILE / 1024 + " KiB",
                        null);
            }
            return bytes;
        } catch (IOException e) {
            throw refused(file, code, what + " cannot be read", e);
        }
    }

    private static CordonException refused(Path file, IssueCode code, String why, @Nullable Exception cause) {
        return new CordonException(code, Quoted.clean(file.toString()) + ": " + why, cause);
    }
}
