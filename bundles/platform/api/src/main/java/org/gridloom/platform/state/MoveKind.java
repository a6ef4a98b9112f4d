package org.gridloom.platform.state;

import org.gridloom.platform.text.Text;

/** What a step of a case means. The clock of the state that is entered begins anew unless said otherwise. */
public enum MoveKind {
    /** 推进: the next step. */
    FORWARD(new Text("推进", "forward")),
    /** 退回: back to whoever sent it, as it is not theirs or something is missing. */
    RETURN(new Text("退回", "return")),
    /** 回退: the last step is undone, whichever it was; the former state's clock has run on meanwhile. */
    STEP_BACK(new Text("回退", "step back")),
    /** 返工: what was done does not do; it is done again. */
    REWORK(new Text("返工", "rework")),
    /** 挂账: it waits for something that nobody here can bring about; the clock stands still. */
    SUSPEND(new Text("挂账", "suspension")),
    /** 恢复: on with it in the state in which it was suspended; its clock goes on with the time that was left. */
    RESUME(new Text("恢复", "resumption")),
    /** 缓办: more time, until a date; the state stays. */
    DEFER(new Text("缓办", "deferral")),
    /** 结束: a final state. */
    CLOSE(new Text("结束", "closing")),
    /** 重开: out of a final state. */
    REOPEN(new Text("重开", "reopening"));

    private final Text label;

    MoveKind(Text label) {
        this.label = label;
    }

    public Text label() {
        return label;
    }
}
