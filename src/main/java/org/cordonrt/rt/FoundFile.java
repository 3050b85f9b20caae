package org.cordonrt.rt;

import java.nio.file.Path;

/**
 * A file to look at.
 *
 * @param path where it is
 * @param shown how messages call it
 * @param named whether the user named the file itself, not a folder above it
 */
record FoundFile(Path path, String shown, boolean named) {}
