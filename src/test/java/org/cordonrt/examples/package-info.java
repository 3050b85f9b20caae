/**
 * How to use the library, each example a class to copy from; {@code ExamplesTest} runs them. They use the public API
 * only.
 */
@NullMarked
package org.cordonrt.examples;

import org.jspecify.annotations.NullMarked;
