package org.gridloom.organization.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.organization.PostKind;
import org.gridloom.organization.Vocabulary;
import org.gridloom.platform.console.ValueCompleter;

/** Codes of kinds of posts. */
@Service
public final class PostKindCompleter extends ValueCompleter {

    @Reference
    private Vocabulary vocabulary;

    @Override
    protected List<String> values(String prefix) {
        return vocabulary.postKinds().stream().map(PostKind::code).toList();
    }
}
