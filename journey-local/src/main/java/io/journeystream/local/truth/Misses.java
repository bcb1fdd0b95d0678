package io.journeystream.local.truth;

import io.journeystream.local.truth.OwnEvidence.Kind;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Why pairs of contacts of one person were not put together, and which of them could have been. */
final class Misses {
    private final List<TrueContact> contacts;
    private final OwnEvidence evidence;
    private final Map<Lack, Long> lacks = new EnumMap<>(Lack.class);
    private final List<TrueContact> told;
    private final PairCounts sufficing;
    private long explained;

    Misses(List<TrueContact> contacts, OwnEvidence evidence) {
        this.contacts = contacts;
        this.evidence = evidence;
        admit(Kind.JOINING, Lack.UNEXPLAINED);
        admit(Kind.CONFLICTING_OF_OWN, Lack.LIMIT_CONFLICT);
        admit(Kind.BLOCKED_OF_OWN, Lack.HUB_ONLY);
        this.told = findTold();
        this.sufficing = whereEvidenceSuffices();
        admit(Kind.CONFLICTING, Lack.LIMIT_CONFLICT);
        admit(Kind.WITHDRAWN, Lack.WITHDRAWN);
        admit(Kind.BLOCKED, Lack.HUB_ONLY);
        admit(Kind.MISSING, Lack.NOT_YET);
        long missed = PairCounts.of(contacts, TrueContact::person, this::personAtCustomer)
                .missed();
        lacks.put(Lack.NO_COMMON_IDENTIFIER, missed - explained);
    }

    private Object personAtCustomer(TrueContact contact) {
        return List.of(contact.person(), contact.customerId());
    }

    /** What this kind of evidence connects beyond the kinds before, yet was not put together. */
    private void admit(Kind kind, Lack lack) {
        evidence.admit(kind);
        long missed = Contingency.pairs(contacts, evidence::groupOf)
                - Contingency.pairs(contacts, evidence::groupOf, TrueContact::customerId);
        lacks.merge(lack, missed - explained, Long::sum);
        explained = missed;
    }

    private List<TrueContact> findTold() {
        Set<Object> telling = evidence.telling();
        return contacts.stream()
                .filter(contact -> telling.contains(evidence.groupOf(contact)))
                .toList();
    }

    /** Right and missed pairs that own evidence connects; wrong ones of contacts that it tells from all others. */
    private PairCounts whereEvidenceSuffices() {
        long wrong = PairCounts.of(told, TrueContact::person, TrueContact::customerId)
                .wrong();
        long right = Contingency.pairs(contacts, evidence::groupOf, TrueContact::customerId);
        return new PairCounts(Contingency.pairs(contacts, evidence::groupOf), right + wrong, right);
    }

    Map<Lack, Long> lacks() {
        return Collections.unmodifiableMap(lacks);
    }

    PairCounts sufficing() {
        return sufficing;
    }

    /** Contacts whose own evidence reaches an identifier that nobody else uses. */
    List<TrueContact> told() {
        return told;
    }
}
