/**
 * The command line: reads options, calls the check, chooses a report and an exit code. The only package that prints,
 * exits and knows picocli; may use every other package, and none may use it.
 */
@Internal
@NullMarked
package org.cordonrt.cli;

import org.cordonrt.Internal;
import org.jspecify.annotations.NullMarked;
