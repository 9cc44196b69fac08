package org.quanzu.fact;

import java.time.ZoneId;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quanzu.event.Direction;
import org.quanzu.event.MessageEvent;
import org.quanzu.event.Theme;

/** A message to or from the person. */
public final class Message extends Fact {
    private final boolean incoming;
    private final MessageEvent.Channel channel;
    private final Set<String> themes;
    private final @Nullable Boolean link;
    private final KnownNumber sender;

    private Message(MessageEvent event, long atMillis, KnownNumber sender, ZoneId zone) {
        super(event.header(), atMillis, zone);
        incoming = event.direction() == Direction.IN;
        channel = event.channel();
        themes = event.themes();
        link = event.hasLink();
        this.sender = sender;
    }

    private Message(Message message, KnownNumber sender, ZoneId zone) {
        super(message.eventId(), message.source(), message.getStartMillis(), zone);
        incoming = message.incoming;
        channel = message.channel;
        themes = message.themes;
        link = message.link;
        this.sender = sender;
    }

    public static Message of(MessageEvent event, long atMillis, KnownNumber sender, ZoneId zone) {
        return new Message(event, atMillis, sender, zone);
    }

    public Message with(KnownNumber known) {
        return new Message(this, known, zone());
    }

    public Message with(KnownNumber known, ZoneId zone) {
        return new Message(this, known, zone);
    }

    @Word("the person received it")
    public boolean isIncoming() {
        return incoming;
    }

    @Word("the person sent it")
    public boolean isOutgoing() {
        return !incoming;
    }

    @Word(value = "how it came", oneOf = MessageEvent.Channel.class)
    public String getChannel() {
        return channel.name();
    }

    @Word(
            value = "what it is about, as the carrier found",
            oneOf = Theme.class,
            example = "themes contains \"LOAN_OFFER\"")
    public Collection<String> getThemes() {
        return themes;
    }

    @Word("it has a link")
    public @Nullable Boolean getLink() {
        return link;
    }

    @Word(value = "the other number", example = "sender.overseas")
    public KnownNumber getSender() {
        return sender;
    }
}
