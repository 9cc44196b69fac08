/** Doubles shared by tests. */
package org.quanzu.testkit;
