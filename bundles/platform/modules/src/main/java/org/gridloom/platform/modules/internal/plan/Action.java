package org.gridloom.platform.modules.internal.plan;

import org.gridloom.platform.text.Text;

/** What can be done with a module. */
public enum Action {
    INSTALL(new Text("安装", "install")),
    UPDATE(new Text("更新", "update")),
    ROLLBACK(new Text("回退", "roll back")),
    UNINSTALL(new Text("卸载", "uninstall"));

    private final Text title;

    Action(Text title) {
        this.title = title;
    }

    public Text title() {
        return title;
    }
}
