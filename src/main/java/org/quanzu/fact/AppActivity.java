package org.quanzu.fact;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.quanzu.event.AppActivityEvent;
import org.quanzu.event.AppActivityEvent.Kind;
import org.quanzu.watchlist.Listing;
import org.quanzu.watchlist.Watchlists;

/** Something done on the person's device or account. */
public final class AppActivity extends Fact {
    private final Kind kind;
    private final @Nullable String subject;
    private final @Nullable Boolean offStore;
    private final @Nullable Listing listing;

    private AppActivity(AppActivityEvent event, long atMillis, ZoneId zone, Watchlists lists) {
        super(event.header(), atMillis, zone);
        kind = event.kind();
        subject = event.subjectForm();
        offStore = event.offStore();
        listing = lists.apps().find(subject, start());
    }

    private AppActivity(AppActivity activity, ZoneId zone, Watchlists lists) {
        super(activity.eventId(), activity.source(), activity.getStartMillis(), zone);
        kind = activity.kind;
        subject = activity.subject;
        offStore = activity.offStore;
        listing = lists.apps().find(subject, start());
    }

    public static AppActivity of(AppActivityEvent event, long atMillis, ZoneId zone, Watchlists lists) {
        return new AppActivity(event, atMillis, zone, lists);
    }

    public AppActivity with(ZoneId zone, Watchlists lists) {
        return new AppActivity(this, zone, lists);
    }

    @Word(value = "what was done", oneOf = Kind.class)
    public String getKind() {
        return kind.name();
    }

    @Word("an app was installed")
    public boolean isInstalled() {
        return kind == Kind.INSTALLED;
    }

    @Word("an app was opened")
    public boolean isOpened() {
        return kind == Kind.OPENED;
    }

    @Word("a site was visited")
    public boolean isSiteVisited() {
        return kind == Kind.SITE_VISITED;
    }

    @Word("screen sharing started")
    public boolean isScreenShareStarted() {
        return kind == Kind.SCREEN_SHARE_STARTED;
    }

    @Word("remote control started")
    public boolean isRemoteControlStarted() {
        return kind == Kind.REMOTE_CONTROL_STARTED;
    }

    @Word("a payee was added")
    public boolean isPayeeAdded() {
        return kind == Kind.PAYEE_ADDED;
    }

    @Word("the payment limit was raised")
    public boolean isLimitRaised() {
        return kind == Kind.LIMIT_RAISED;
    }

    @Word("somebody signed in from a new device")
    public boolean isNewDeviceLogin() {
        return kind == Kind.NEW_DEVICE_LOGIN;
    }

    @Word("calls are forwarded elsewhere")
    public boolean isCallForwardingSet() {
        return kind == Kind.CALL_FORWARDING_SET;
    }

    @Word(
            value = "the app id or the domain, in small letters and without scheme, path and www.",
            form = Word.Form.SUBJECT)
    public @Nullable String getSubject() {
        return subject;
    }

    @Word("it does not come from an app store")
    public @Nullable Boolean getOffStore() {
        return offStore;
    }

    @Word("on lists/apps.csv, valid then")
    public @Nullable Boolean getListed() {
        return subject == null ? null : (Boolean) (listing != null);
    }

    @Word(
            value = "how well the listing is proven: CONFIRMED, REPORTED or SUSPECTED",
            example = "grade == \"CONFIRMED\"")
    public @Nullable String getGrade() {
        return listing == null ? null : listing.grade();
    }

    @Word(value = "the reason column of the listing", example = "listReason == \"TASK_SCAM\"")
    public @Nullable String getListReason() {
        return listing == null ? null : listing.reason();
    }
}
