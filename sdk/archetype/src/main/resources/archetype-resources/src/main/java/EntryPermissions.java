package ${package};

/** What the module asks of a caller. */
public final class EntryPermissions {

    /** See entries. */
    public static final String READ = "${capability}.entry.read";
    /** Keep entries. */
    public static final String EDIT = "${capability}.entry.edit";

    private EntryPermissions() {}
}
