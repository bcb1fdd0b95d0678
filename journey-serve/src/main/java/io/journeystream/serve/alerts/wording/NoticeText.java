package io.journeystream.serve.alerts.wording;

import io.journeystream.alerts.Alert;
import java.util.ArrayList;
import java.util.List;

/**
 * Several alerts as people are told of them at once.
 *
 * @param title a line; that of the alert if there is one only
 * @param alerts those that fire first
 * @param leftOut how many more there are
 */
public record NoticeText(String title, List<AlertText> alerts, int leftOut) {
    private static final String TEST = "Test: ";

    public NoticeText {
        alerts = List.copyOf(alerts);
    }

    /**
     * In words.
     *
     * @param alerts at least one
     * @param isTest whether somebody only tries whether it arrives, which the title then says
     */
    public static NoticeText of(List<Alert> alerts, boolean isTest) {
        List<AlertText> texts = alerts.stream().map(AlertText::of).toList();
        List<AlertText> inOrder = new ArrayList<>(texts);
        inOrder.sort((one, other) -> Boolean.compare(one.isOver(), other.isOver()));
        return new NoticeText((isTest ? TEST : "") + title(texts), inOrder, 0);
    }

    private static String title(List<AlertText> alerts) {
        if (alerts.size() == 1) {
            return alerts.get(0).title();
        }
        long over = alerts.stream().filter(AlertText::isOver).count();
        long firing = alerts.size() - over;
        if (over == 0 || firing == 0) {
            return alerts.size() + (over == 0 ? " alerts are firing" : " alerts are over");
        }
        return firing + (firing == 1 ? " alert is firing, " : " alerts are firing, ") + over + " over";
    }

    /** With at most so many alerts. */
    public NoticeText atMost(int most) {
        return alerts.size() <= most
                ? this
                : new NoticeText(title, alerts.subList(0, most), leftOut + alerts.size() - most);
    }

    /** Whether nothing of it fires any more. */
    public boolean isOver() {
        return alerts.stream().allMatch(AlertText::isOver);
    }
}
