package org.gridloom.organization;

/** Permissions on party organisations, people, posts and all that surrounds them. */
public final class PartyPermissions {

    /** See party organisations, their tree, history, coverage and blind spots. */
    public static final String PARTY_READ = "organization.party.read";
    /** Found, change, close and import party organisations. */
    public static final String PARTY_EDIT = "organization.party.edit";
    /** See people with their names in clear, and who holds which post. */
    public static final String PERSON_READ = "organization.person.read";
    /** Register and change people, and import them. */
    public static final String PERSON_EDIT = "organization.person.edit";
    /** Appoint people to posts, hand posts over and end them. */
    public static final String POST_APPOINT = "organization.post.appoint";
    /** See outside organisations. */
    public static final String OUTSIDE_READ = "organization.outside.read";
    /** Register, change, close and import outside organisations. */
    public static final String OUTSIDE_EDIT = "organization.outside.edit";
    /** See coordination bodies with members, goals and tasks. */
    public static final String COORDINATION_READ = "organization.coordination.read";
    /** Change coordination bodies, their members, goals and tasks; assign, suspend, defer and accept tasks. */
    public static final String COORDINATION_EDIT = "organization.coordination.edit";
    /** Carry out tasks of coordination bodies: take them up, give them back, report them done. */
    public static final String TASK_WORK = "organization.task.work";
    /** Change party levels, types of organisations and kinds of posts, for the whole district. */
    public static final String VOCABULARY_EDIT = "organization.vocabulary.edit";

    private PartyPermissions() {}
}
