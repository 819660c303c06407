package io.github.pscsdk.loginui;

import java.awt.event.ActionEvent;
import javax.swing.AbstractAction;

/** An action that is always enabled. */
final class RunningAction extends AbstractAction {
    private static final long serialVersionUID = 1;

    private final transient Runnable work;

    RunningAction(Runnable work) {
        this.work = work;
    }

    @Override
    public void actionPerformed(ActionEvent event) {
        work.run();
    }
}
