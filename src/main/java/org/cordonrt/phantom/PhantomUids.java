package org.cordonrt.phantom;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** UIDs made from what tells a case from others, so that the same case gives the same files: PS3.5 annex B.2, 2.25 and a UUID. */
record PhantomUids(String identity) {
    /** Separates these names from those of other programs that hash into UUIDs. */
    private static final String NAMESPACE = "org.cordonrt.phantom/1/";

    String of(String role) {
        String name = NAMESPACE + identity + "/" + role;
        UUID uuid = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        byte[] bytes = ByteBuffer.allocate(16)
                .putLong(uuid.getMostSignificantBits())
                .putLong(uuid.getLeastSignificantBits())
                .array();
        return "2.25." + new BigInteger(1, bytes);
    }
}
