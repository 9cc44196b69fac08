package org.quanzu.console.board;

/** What the page of the board needs of the desk. */
public interface BoardView {

    /** The board as it is, or was a few seconds ago. */
    BoardPage now();
}
