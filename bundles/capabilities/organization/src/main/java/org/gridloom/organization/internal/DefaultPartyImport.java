package org.gridloom.organization.internal;

import java.io.IOException;
import java.io.InputStream;
import org.gridloom.organization.PartyImport;
import org.gridloom.platform.sheet.ImportReport;
import org.gridloom.platform.sheet.Progress;
import org.gridloom.platform.sheet.Sheets;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Brings in lists of organisations, people and posts. */
@Component
public final class DefaultPartyImport implements PartyImport {

    private final Sheets sheets;
    private final PartySheet party;
    private final OutsideSheet outside;
    private final PostSheet posts;

    @Activate
    public DefaultPartyImport(
            @Reference Sheets sheets,
            @Reference PartySheet party,
            @Reference OutsideSheet outside,
            @Reference PostSheet posts) {
        this.sheets = sheets;
        this.party = party;
        this.outside = outside;
        this.posts = posts;
    }

    @Override
    public ImportReport partyOrganizations(InputStream table, boolean dryRun, Progress progress) throws IOException {
        return sheets.load(party, table, dryRun, progress);
    }

    @Override
    public ImportReport outsideOrganizations(InputStream table, boolean dryRun, Progress progress) throws IOException {
        return sheets.load(outside, table, dryRun, progress);
    }

    @Override
    public ImportReport posts(InputStream table, boolean dryRun, Progress progress) throws IOException {
        return sheets.load(posts, table, dryRun, progress);
    }
}
