/**
 * DICOM data sets: reading and writing of files (PS3.10) and their encodings (PS3.5), with typed and strict access to
 * the values. Knows attributes, not what they mean together.
 *
 * <p>Nothing is allocated from a length that the file cannot hold, nesting is bounded, and a damaged file is refused
 * with tag and offset. Uses only {@code org.cordonrt.issue}.
 */
@Internal
@NullMarked
package org.cordonrt.dicom;

import org.cordonrt.Internal;
import org.jspecify.annotations.NullMarked;
