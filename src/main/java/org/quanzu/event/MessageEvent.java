package org.quanzu.event;

import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A message to or from the person; only themes found by the carrier, never the text. */
public record MessageEvent(
        Header header,
        Direction direction,
        String sender,
        Channel channel,
        Set<String> themes,
        @Nullable Boolean hasLink)
        implements Event {
    private static final int MAX_THEMES = 20;

    public MessageEvent {
        Check.required("/direction", direction);
        sender = Check.required("/sender", Check.text("/sender", sender, Check.ID_LENGTH));
        Check.required("/channel", channel);
        if (themes.size() > MAX_THEMES) {
            throw new InvalidEvent("/themes", "has " + themes.size() + " entries; at most " + MAX_THEMES);
        }
        themes.forEach(theme -> Check.text("/themes", theme, 64));
        themes = themes.stream().map(Theme::of).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public String type() {
        return "message";
    }

    /** How it came. */
    public enum Channel {
        SMS,
        FLASH,
        CHAT
    }
}
