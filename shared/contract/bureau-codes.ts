/** A code of the bureau with its meaning in both languages; data, so that screens and logs say the same. */
export interface BureauCode {
  readonly zh: string;
  readonly en: string;
}

/** Transport codes, `msgCode` (V3.0 §3-4, domain.md §11.2). */
export const MSG_CODES: Readonly<Record<number, BureauCode>> = {
  0: { zh: "成功", en: "Accepted" },
  1: { zh: "下载完成", en: "Download finished" },
  2: { zh: "没有可下载的数据", en: "Nothing to download" },
  3: { zh: "还有数据可下载", en: "More to download" },
  4: { zh: "用户名错误", en: "User name not known" },
  5: { zh: "密码错误", en: "Password wrong" },
  6: { zh: "解密失败", en: "Could not be decrypted" },
  7: { zh: "哈希校验失败", en: "Hash does not match" },
  8: { zh: "解压失败", en: "Could not be unpacked" },
  9: { zh: "加密方式不支持", en: "Cipher not supported" },
  10: { zh: "哈希方式不支持", en: "Hash method not supported" },
  11: { zh: "压缩格式不支持", en: "Compression not supported" },
  12: { zh: "身份认证失败", en: "Authentication failed" },
  13: { zh: "不是本省的接入服务单位", en: "Not an access provider of this province" },
  14: { zh: "数据序号不连续", en: "Gap in the data sequence" },
  15: { zh: "当日上报文件数超限", en: "Too many files today" },
  16: { zh: "随机串不足 20 位", en: "Random salt shorter than 20 characters" },
  17: { zh: "每次只能上报一个文件", en: "Exactly one file per call" },
  18: { zh: "文件超过 50 MB", en: "File larger than 50 MB" },
  19: { zh: "权限未开通", en: "Permission not opened" },
  20: { zh: "不在上报时段内", en: "Outside the reporting hours" },
  21: { zh: "文件名为空", en: "File name empty" },
  22: { zh: "密码尝试次数过多", en: "Too many password attempts" },
  901: { zh: "上报接口维护中", en: "Upload under maintenance" },
  902: { zh: "下载接口维护中", en: "Download under maintenance" },
  999: { zh: "其他错误", en: "Other error" },
};

/** Record codes, `jgdm` (V3.0 §3-5, domain.md §11.3): ICP part and common part. */
export const JGDM_CODES: Readonly<Record<number, BureauCode>> = {
  1001: { zh: "审核通过", en: "Approved" },
  1002: { zh: "审核不通过", en: "Refused" },
  1003: { zh: "主办者冲突", en: "Sponsor conflicts with another filing" },
  1004: { zh: "域名不正确", en: "Domain not valid" },
  1005: { zh: "域名冲突", en: "Domain conflicts with another filing" },
  1006: { zh: "IP 地址不正确", en: "IP address not valid" },
  1007: { zh: "联系方式不正确", en: "Contact data not valid" },
  1008: { zh: "证件信息不正确", en: "Certificate not valid" },
  1009: { zh: "电子邮箱不正确", en: "E-mail not valid" },
  1010: { zh: "办公电话不正确", en: "Office phone not valid" },
  1011: { zh: "手机号码不正确", en: "Mobile number not valid" },
  1012: { zh: "MSN 账号不正确", en: "MSN account not valid" },
  1013: { zh: "QQ 号码不正确", en: "QQ number not valid" },
  1014: { zh: "单位性质不正确", en: "Entity nature not valid" },
  1015: { zh: "证件号码不正确", en: "ID number not valid" },
  1016: { zh: "库中没有该数据", en: "No such data in the store" },
  1017: { zh: "已有变更在办理中", en: "Another operation on it is in progress" },
  1018: { zh: "备案密码错误", en: "Filing password wrong" },
  1019: { zh: "行政区划代码不正确", en: "Region code not valid" },
  1020: { zh: "网站名称冲突", en: "Service name conflicts with another filing" },
  1021: { zh: "首页网址冲突", en: "Homepage conflicts with another filing" },
  1022: { zh: "首页网址格式不正确", en: "Homepage has a wrong format" },
  1023: { zh: "IP 地址不在库中", en: "IP address not in the store" },
  1024: { zh: "IP 地址冲突", en: "IP address conflicts with another filing" },
  1025: { zh: "仅有一条接入，不能取消", en: "Only one access: it cannot be cancelled" },
  1026: { zh: "原因代码不正确", en: "Reason code not valid" },
  1027: { zh: "主体重复申请注销", en: "Entity deregistration asked for twice" },
  1028: { zh: "用户名不正确", en: "User name not valid" },
  1029: { zh: "接入重复上报", en: "The same access reported twice" },
  1030: { zh: "网站重复申请注销", en: "Service deregistration asked for twice" },
  1031: { zh: "网站办公电话为空", en: "Service office phone missing" },
  1032: { zh: "已申请取消接入", en: "Cancellation already asked for" },
  1033: { zh: "前置审批类型不正确", en: "Pre-approval type not valid" },
  1034: { zh: "服务内容不正确", en: "Service content not valid" },
  1035: { zh: "接入方式不正确", en: "Access mode not valid" },
  1036: { zh: "服务器放置地不正确", en: "Server place not valid" },
  1037: { zh: "网站已备案", en: "Service already filed" },
  1038: { zh: "接入已备案", en: "Access already filed" },
  1039: { zh: "域名已备案", en: "Domain already filed" },
  1040: { zh: "IP 地址已备案", en: "IP address already filed" },
  1041: { zh: "首页网址不含备案域名", en: "Homepage contains none of the domains" },
  1042: { zh: "主体正在注销", en: "Entity is being deregistered" },
  1043: { zh: "网站正在注销", en: "Service is being deregistered" },
  1044: { zh: "主体负责人姓名为空", en: "Name of the entity's responsible person missing" },
  1045: { zh: "省级系统不正确", en: "Wrong provincial system" },
  1046: { zh: "省份不能变更", en: "The province cannot be changed" },
  1047: { zh: "只能取消本单位的接入", en: "Only one's own access can be cancelled" },
  1048: { zh: "不是本单位的备案", en: "Not a filing of this provider" },
  1049: { zh: "主体已注销", en: "Entity already deregistered" },
  1050: { zh: "网站已注销", en: "Service already deregistered" },
  1051: { zh: "变更次数过多", en: "Too many changes" },
  1052: { zh: "旧系统中在办理", en: "In progress in the old system" },
  1053: { zh: "单位已删除", en: "Unit deleted" },
  1054: { zh: "报备单位无效", en: "Reporting unit not valid" },
  1055: { zh: "核验单不正确", en: "Wrong verification sheet" },
  1056: { zh: "附件格式代码不正确", en: "Attachment format code not valid" },
  1057: { zh: "附件用途代码不正确", en: "Attachment purpose code not valid" },
  1058: { zh: "没有该主体", en: "No such entity" },
  1059: { zh: "没有该网站", en: "No such service" },
  1060: { zh: "核验单已入库", en: "Verification sheet stored" },
  1061: { zh: "核验单用途不符", en: "Verification sheet has another purpose" },
  1062: { zh: "IP 比对一致", en: "IP comparison agrees" },
  1063: { zh: "IP 与本单位报备不一致", en: "IP differs from the provider's own IP filing" },
  1064: { zh: "域名在黑名单中", en: "Domain on the blacklist" },
  1065: { zh: "主体在黑名单中", en: "Entity on the blacklist" },
  1066: { zh: "语种不正确", en: "Language not valid" },
  1067: { zh: "备案号对应多条记录", en: "Number belongs to several records" },
  1068: { zh: "备案号对应多条记录", en: "Number belongs to several records" },
  1999: { zh: "其他错误", en: "Other error" },
  5001: { zh: "数据格式校验不通过", en: "Does not fit the prescribed format" },
  5002: { zh: "属性不存在", en: "No such attribute" },
  5003: { zh: "单位标识不一致", en: "Unit id does not match" },
  5004: { zh: "版本不正确", en: "Wrong version" },
  5008: { zh: "含有非法字符", en: "Illegal character" },
  5009: { zh: "没有权限", en: "No permission" },
  5010: { zh: "附件格式不正确", en: "Attachment format not valid" },
  5011: { zh: "功能未开通", en: "Function not opened" },
  5999: { zh: "其他错误", en: "Other error" },
};

export const MSG_OK = 0;
export const MSG_AUTHENTICATION = 12;
export const MSG_WRONG_PROVINCE = 13;
export const MSG_SEQUENCE_GAP = 14;
export const MSG_TOO_LARGE = 18;
export const MSG_OTHER = 999;

export const JGDM_APPROVED = 1001;
export const JGDM_REFUSED = 1002;
export const JGDM_SPONSOR_CONFLICT = 1003;
export const JGDM_IN_PROGRESS = 1017;
export const JGDM_DOMAIN_FILED = 1039;
export const JGDM_MALFORMED = 5001;

/** Meaning of a transport code; codes we do not know read as "other error". */
export function describeMsgCode(code: number): BureauCode {
  return MSG_CODES[code] ?? { zh: "其他错误", en: "Other error" };
}

/** Meaning of a record code; codes we do not know read as "other error". */
export function describeJgdm(code: number): BureauCode {
  return JGDM_CODES[code] ?? { zh: "其他错误", en: "Other error" };
}
