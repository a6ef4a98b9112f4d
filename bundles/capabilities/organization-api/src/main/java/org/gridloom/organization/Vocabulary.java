package org.gridloom.organization;

import java.util.List;
import org.gridloom.platform.problem.Problem;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The words a district organises itself with: party levels, types of organisations, kinds of posts. Everybody signed in
 * may read them; changing takes {@code organization.vocabulary.edit} in the whole district. Entries are never removed,
 * as history refers to them.
 */
@ProviderType
public interface Vocabulary {

    /** By position. */
    List<PartyLevel> partyLevels();

    PartyLevel createPartyLevel(PartyLevelDraft draft);

    /** @throws Problem {@link Problem.Kind#CHANGED} where {@code expectedVersion} is not the current one */
    PartyLevel changePartyLevel(String code, PartyLevelDraft draft, long expectedVersion);

    /** Of all families, by family and code. */
    List<OrganizationType> types();

    OrganizationType createType(OrganizationTypeDraft draft);

    /** @throws Problem {@link Problem.Kind#CHANGED} where {@code expectedVersion} is not the current one */
    OrganizationType changeType(String code, OrganizationTypeDraft draft, long expectedVersion);

    /** By holder and code. */
    List<PostKind> postKinds();

    PostKind createPostKind(PostKindDraft draft);

    /** @throws Problem {@link Problem.Kind#CHANGED} where {@code expectedVersion} is not the current one */
    PostKind changePostKind(String code, PostKindDraft draft, long expectedVersion);
}
