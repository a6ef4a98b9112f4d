package org.gridloom.organization;

/**
 * A line of the party organisation's tree, parents before their children.
 *
 * @param depth 0 for where the tree begins
 * @param organization as it was on the date asked for
 */
public record PartyNode(int depth, PartyOrganization organization) {}
