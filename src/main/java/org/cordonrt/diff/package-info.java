/**
 * Compares two results that Cordon wrote as JSON: which numbers moved, which states changed. Reads the documents, not the
 * plans; uses {@code issue} only.
 */
@Internal
@NullMarked
package org.cordonrt.diff;

import org.cordonrt.Internal;
import org.jspecify.annotations.NullMarked;
