package org.quanzu.console.door;

import org.jspecify.annotations.Nullable;

/** How one may sign in: by password, and by a provider of this name at this address; null when there is none. */
public record SignInWays(boolean passwords, @Nullable String provider, String address) {}
