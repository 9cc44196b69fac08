package org.quanzu.console.cases;

import org.springframework.ui.Model;

/** A part of a case's page that another room of the console fills; its fragment is named in {@code cases/case.html}. */
public interface CasePanel {

    /** Adds what the fragment shows, under a name of its own. */
    void fill(CasePage page, CaseReader reader, Model model);
}
