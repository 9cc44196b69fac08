package org.quanzu.simulation.city;

/**
 * How a person meets those who want to help, as chances from 0 to 1: to pick up a call of an unknown number when the line is
 * free, to be persuaded by one talk on the phone (by a visit: {@code visited}), to deny it all at first, and to pay again days
 * after being persuaded.
 */
public record Dissuasion(double answers, double persuaded, double visited, double denies, double again) {}
