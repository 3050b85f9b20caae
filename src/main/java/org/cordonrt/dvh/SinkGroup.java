package org.cordonrt.dvh;

import java.util.List;

/** Several sinks that share one walk. */
record SinkGroup(List<CellSink> sinks) implements CellSink {
    SinkGroup {
        sinks = List.copyOf(sinks);
    }

    @Override
    public void boxes(Layer layer, int a0, int a1, int b) {
        for (CellSink s : sinks) {
            s.boxes(layer, a0, a1, b);
        }
    }

    @Override
    public void prisms(Layer layer, Prisms prisms, int from, int to, int slab) {
        for (CellSink s : sinks) {
            s.prisms(layer, prisms, from, to, slab);
        }
    }

    @Override
    public void polyhedron(Cell cell, Polyhedron body) {
        for (CellSink s : sinks) {
            s.polyhedron(cell, body);
        }
    }
}
