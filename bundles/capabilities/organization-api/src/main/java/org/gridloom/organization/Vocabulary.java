package org.gridloom.organization;

import java.util.List;
import org.gridloom.platform.problem.Problem;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The words a district organises itself with: party levels, types of organisations, kinds of posts. Everybody signed in
 * may read them; changing takes {@code organization.vocabulary.edit} in the whole district. An entry that
 * anything refers to, now or in the past, stays.
 */
@ProviderType
public interface Vocabulary {

    /** By position. */
    List<PartyLevel> partyLevels();

    PartyLevel createPartyLevel(PartyLevelDraft draft);

    /** @throws Problem {@link Problem.Kind#CHANGED} where {@code expectedVersion} is not the current one */
    PartyLevel changePartyLevel(String code, PartyLevelDraft draft, long expectedVersion);

    /**
     * Removes a level that nothing refers to.
     *
     * @throws Problem {@link Problem.Kind#CONFLICT} where an organisation is or was of this level, or a type or kind of
     *     post names it; {@link Problem.Kind#CHANGED} where {@code expectedVersion} is not the current one
     */
    void removePartyLevel(String code, long expectedVersion);

    /** Of all families, by family and code. */
    List<OrganizationType> types();

    OrganizationType createType(OrganizationTypeDraft draft);

    /** @throws Problem {@link Problem.Kind#CHANGED} where {@code expectedVersion} is not the current one */
    OrganizationType changeType(String code, OrganizationTypeDraft draft, long expectedVersion);

    /**
     * Removes a type that nothing refers to.
     *
     * @throws Problem {@link Problem.Kind#CONFLICT} where an organisation is or was of this type, or a kind of post names
     *     it; {@link Problem.Kind#CHANGED} where {@code expectedVersion} is not the current one
     */
    void removeType(String code, long expectedVersion);

    /** By holder and code. */
    List<PostKind> postKinds();

    PostKind createPostKind(PostKindDraft draft);

    /** @throws Problem {@link Problem.Kind#CHANGED} where {@code expectedVersion} is not the current one */
    PostKind changePostKind(String code, PostKindDraft draft, long expectedVersion);

    /**
     * Removes a kind of post that nobody has or had.
     *
     * @throws Problem {@link Problem.Kind#CONFLICT} where somebody has or had such a post; {@link Problem.Kind#CHANGED}
     *     where {@code expectedVersion} is not the current one
     */
    void removePostKind(String code, long expectedVersion);
}
