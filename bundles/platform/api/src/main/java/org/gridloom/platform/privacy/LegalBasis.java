package org.gridloom.platform.privacy;

import org.gridloom.platform.text.Text;

/** Why personal data may be handled: article 13 of the Personal Information Protection Law (个人信息保护法), item by item. */
public enum LegalBasis {
    /** The person agreed; a value is taken only while the consent is on record. */
    CONSENT(Text.of("个人同意", "Consent")),
    /** Needed for a contract with the person, or for managing staff under rules and collective contracts. */
    CONTRACT(Text.of("履行合同或人力资源管理", "Contract or management of staff")),
    /** Needed for a duty or power that a law gives. */
    LEGAL_DUTY(Text.of("履行法定职责或者法定义务", "Legal duty")),
    /** Public health emergencies, or life, health and property in an emergency. */
    EMERGENCY(Text.of("突发公共卫生事件或紧急情况", "Emergency")),
    /** News reporting and supervision by public opinion in the public interest. */
    PUBLIC_INTEREST(Text.of("新闻报道、舆论监督", "Public interest")),
    /** The person, or somebody lawfully, made it public. */
    PUBLISHED(Text.of("已合法公开", "Made public lawfully")),
    /** Another law or administrative regulation. */
    OTHER_LAW(Text.of("法律、行政法规规定的其他情形", "Another law or regulation"));

    private final Text label;

    LegalBasis(Text label) {
        this.label = label;
    }

    public Text label() {
        return label;
    }
}
