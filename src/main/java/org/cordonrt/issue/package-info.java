/**
 * What can be wrong: {@linkplain org.cordonrt.issue.IssueCode codes}, {@linkplain org.cordonrt.issue.Issue findings}
 * and the one {@linkplain org.cordonrt.issue.CordonException exception} that refuses work.
 *
 * <p>A leaf: uses nothing of Cordon, may be used by every package.
 *
 * <p>Public API, but for what is marked {@link org.cordonrt.Internal}.
 */
@NullMarked
package org.cordonrt.issue;

import org.jspecify.annotations.NullMarked;
