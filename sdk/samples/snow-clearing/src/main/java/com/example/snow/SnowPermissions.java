package com.example.snow;

/** What snow clearing asks of a caller. */
public final class SnowPermissions {

    /** See teams and call-outs. */
    public static final String READ = "snow.call-out.read";
    /** Keep teams, order call-outs, say what they took. */
    public static final String EDIT = "snow.call-out.edit";

    private SnowPermissions() {}
}
