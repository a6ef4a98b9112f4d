package org.gridloom.itests.probe;

/** Runs inside the servers under test: a component that cannot be made. */
public class FailingComponent {

    public FailingComponent() {
        throw new IllegalStateException("no plough left, call 13912345678");
    }
}
