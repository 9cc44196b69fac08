package org.quanzu.console.queue;

import org.quanzu.console.Operator;
import org.springframework.ui.Model;

/** A part of the queue's page that another room of the console fills; its fragment is named in {@code queue/queue.html}. */
public interface QueuePanel {

    /** Adds what the fragment shows, under a name of its own. */
    void fill(Operator operator, Model model);
}
