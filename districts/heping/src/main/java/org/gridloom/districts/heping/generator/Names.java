package org.gridloom.districts.heping.generator;

import java.util.List;

/** Names of invented people and housing estates, from tables of common syllables. */
final class Names {

    /** Common surnames of the north-east, the commonest several times. */
    private static final String SURNAMES = "王王王王王李李李李李张张张张张刘刘刘刘陈陈杨杨赵赵赵孙孙孙高高于于徐徐马宋宋"
            + "郭韩韩姜姜曲曲姚吕吴吴周周朱胡林何罗梁谢唐许邓冯程曹曾彭萧田董袁潘蒋蔡余杜叶魏苏丁任沈卢崔崔钟谭陆汪范金金石廖贾夏付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵钱覃戴严莫关关佟佟赫那";

    private static final List<String> WOMEN = List.of(
            "桂兰", "淑珍", "玉华", "凤霞", "淑芬", "桂芝", "丽娟", "雪梅", "春燕", "晓红", "海霞", "秀云", "玉洁", "文静", "佳怡", "欣悦", "雅琴", "立新",
            "艳秋", "慧敏", "素芹", "亚楠", "晓丹", "思雨", "美玲", "红梅", "凤琴", "桂荣", "淑华", "玉芬", "秋菊", "冬梅", "晓琳", "雨婷", "宏艳", "丽华",
            "俊英", "玉萍", "惠芳", "金凤", "永芳", "海英", "春玲", "凤芝", "书琴", "彩云", "艳玲", "琳", "萍", "岩");

    private static final List<String> MEN = List.of(
            "永顺", "德福", "长海", "宝林", "国栋", "玉成", "洪亮", "立军", "世杰", "春生", "文斌", "忠义", "守信", "万里", "连富", "景山", "殿臣", "福全",
            "凤鸣", "广田", "喜林", "振东", "继业", "云鹏", "海波", "大勇", "永刚", "家齐", "宇航", "明哲", "俊峰", "子轩", "兆丰", "庆祥", "绍武", "贵友",
            "树林", "树森", "维新", "传宝", "金龙", "宏图", "铁成", "跃进", "卫东", "斌", "凯", "岩", "波", "鑫");

    private static final List<String> ESTATE_FIRST = List.of(
            "锦绣", "康泰", "惠民", "祥和", "新苑", "景园", "春晖", "兴盛", "安居", "瑞丰", "怡和", "文汇", "嘉润", "百合", "紫荆", "银杏", "丁香", "云杉",
            "河畔", "枫林", "晨曦", "望湖", "福临", "同德", "明珠", "金桥", "翠屏", "书香", "阳光", "和美", "永安", "荣华", "朝阳", "静园", "长青");

    private static final List<String> ESTATE_LAST = List.of("苑", "园", "家园", "花园", "小区", "公寓", "里", "新居", "雅居", "名邸");

    private Names() {}

    static String person(Dice dice, boolean woman) {
        return dice.pick(SURNAMES) + dice.pick(woman ? WOMEN : MEN);
    }

    static String estate(Dice dice) {
        return dice.pick(ESTATE_FIRST) + dice.pick(ESTATE_LAST);
    }
}
