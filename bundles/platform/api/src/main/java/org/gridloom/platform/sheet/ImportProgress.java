package org.gridloom.platform.sheet;

import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.text.Text;

/** Tells who watches every so often, and stops when they have seen enough. */
public final class ImportProgress {

    private static final int EVERY = 500;

    private final Progress watcher;

    public ImportProgress(Progress watcher) {
        this.watcher = watcher;
    }

    public void at(int done, int total) {
        if ((done % EVERY == 0 || done == total) && !watcher.at(done, total)) {
            throw Problem.conflict(Text.of("导入已取消,未写入任何内容", "The import was cancelled; nothing was written"));
        }
    }
}
