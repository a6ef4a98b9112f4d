package org.gridloom.organization.internal;

import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.sheet.Progress;
import org.gridloom.platform.text.Text;

/** Tells who watches every so often, and stops when they have seen enough. */
final class ImportProgress {

    private static final int EVERY = 500;

    private final Progress watcher;

    ImportProgress(Progress watcher) {
        this.watcher = watcher;
    }

    void at(int done, int total) {
        if ((done % EVERY == 0 || done == total) && !watcher.at(done, total)) {
            throw Problem.conflict(Text.of("导入已取消,未写入任何内容", "The import was cancelled; nothing was written"));
        }
    }
}
