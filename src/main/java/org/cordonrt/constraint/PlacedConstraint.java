package org.cordonrt.constraint;

/** A constraint and where it stands in its file. */
record PlacedConstraint(Constraint constraint, YamlNode.Place place) {}
