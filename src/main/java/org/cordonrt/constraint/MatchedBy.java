package org.cordonrt.constraint;

/** How the kind of a structure was told. From {@link #USER_ALIAS} to {@link #INTERPRETED_TYPE}: the better first. */
public enum MatchedBy {
    /** A name in the user's alias file. */
    USER_ALIAS,
    /** A standard name of AAPM TG-263, whatever its case, also in reversed order or cut at 16 characters. */
    TG263_NAME,
    /** A name in common use that means one kind only. */
    ALIAS,
    /** A standard name or alias with a harmless addition. */
    PATTERN,
    /** The RT ROI Interpreted Type (3006,00A4), when the name says nothing. */
    INTERPRETED_TYPE,
    /** Not in the structure set: made from structures that are. */
    DERIVED,
    /** The user named it. */
    USER,
    /** The name fits several kinds: nothing was assumed. */
    AMBIGUOUS,
    /** Nothing fits. */
    NONE
}
