package io.github.pscsdk.example.desktop.ui;

import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.example.desktop.session.CurrentScreen;
import io.github.pscsdk.example.desktop.session.DesktopModels;
import javax.swing.JMenu;
import javax.swing.JMenuBar;
import javax.swing.JMenuItem;

/** The menus: session, language, help. */
final class Menu {
    private final DesktopModels models;
    private final HelpWindows windows;
    private final Texts texts;
    private final Runnable otherLanguage;
    private final Runnable quit;

    Menu(DesktopModels models, HelpWindows windows, Texts texts, Runnable otherLanguage, Runnable quit) {
        this.models = models;
        this.windows = windows;
        this.texts = texts;
        this.otherLanguage = otherLanguage;
        this.quit = quit;
    }

    JMenuBar bar() {
        var bar = new JMenuBar();
        bar.add(session());
        bar.add(help());
        return bar;
    }

    private JMenu session() {
        var works = models.session().screen() == CurrentScreen.WORK;
        var menu = new JMenu(texts.get("menu.session"));
        menu.setName("menu.session");
        menu.add(item("menu.lock", models.session()::lock)).setEnabled(works);
        menu.add(item("menu.sign-out", () -> models.leave(models.session()::signOut)))
                .setEnabled(works);
        menu.addSeparator();
        menu.add(item("menu.quit", quit));
        return menu;
    }

    private JMenu help() {
        var menu = new JMenu(texts.get("menu.help"));
        menu.setName("menu.help");
        menu.add(item("menu.doctor", () -> windows.healthCheck(texts)));
        menu.add(item("menu.guide", () -> windows.guide(texts)));
        menu.addSeparator();
        menu.add(item("menu.language", otherLanguage));
        return menu;
    }

    private JMenuItem item(String key, Runnable action) {
        var item = new JMenuItem(texts.get(key));
        item.setName(key);
        item.addActionListener(event -> action.run());
        return item;
    }
}
