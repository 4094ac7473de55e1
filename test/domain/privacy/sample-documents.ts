import type { Application } from "#shared/domain/filing/application";
import { applicationSchema } from "#shared/domain/filing/application";

const SHA = "a".repeat(64);

/** A unit's document that holds a distinct personal value in every place that can hold one. */
export function unitDocument(): Application {
  return applicationSchema.parse({
    filingType: "CHANGE_BOTH",
    accountId: "acct-10086",
    channel: "PC",
    reason: "原负责人孙离职，旧号 13900001111 停用",
    entity: {
      region: { provinceCode: "440000", cityCode: "440300", countyCode: "440305" },
      nature: 4,
      name: "深圳市示例科技有限公司",
      certType: 1,
      certNumber: "91350100M000100Y43",
      certAddress: "广东省深圳市南山区科技路1号",
      contactAddress: "广东省深圳市南山区科技路1号A座1801室",
      certValidFrom: "2019-05-01",
      certValidTo: null,
      investor: "钱投资",
      remark: "应急联系人周紧急为配偶，身份证号11010519491231002X，粤ICP备2026012345号",
      filingNumber: "粤ICP备2026012345号",
      responsiblePerson: {
        name: "赵负责",
        idType: 2,
        idNumber: "110101199003070011",
        idValidFrom: "2015-03-02",
        idValidTo: "2035-03-02",
        mobile: "13812341234",
        emergencyPhone: "13912345678",
        emergencyContactName: "周紧急",
        emergencyContactRelation: "配偶",
        landline: "0755-86541234",
        email: "fuze.zhao@example.com",
        isLegalRepresentative: true,
      },
    },
    services: [
      {
        kind: "WEBSITE",
        name: "示例科技",
        filingNumber: "粤ICP备2026012345号-1",
        domains: ["example.com", "holder.example"],
        remark: "联系赵负责，电话 137 6543 2109 或 fuwu@example.net",
        responsiblePerson: {
          sameAsEntity: false,
          name: "李服务",
          idType: 7,
          idNumber: "E12345678",
          mobile: "15000001234",
          emergencyPhone: "010-62345678",
          email: "li@example.org",
        },
      },
    ],
    materials: [
      { kind: "ENTITY_CERTIFICATE", sha256: SHA, fileName: "licence.jpg" },
      { kind: "ERP_ID_FRONT", sha256: SHA, fileName: "赵负责身份证.jpg" },
    ],
    evidence: {
      ocr: [
        {
          materialKind: "ENTITY_CERTIFICATE",
          fields: {
            name: "深圳市示例科技有限公司",
            certNumber: "91350100M000100Y43",
            legalRepresentative: "赵负责",
            address: "广东省深圳市南山区科技路1号",
          },
        },
        {
          materialKind: "ERP_ID_FRONT",
          fields: {
            name: "赵负责",
            idNumber: "110101199003070011",
            birthDate: "1990-03-07",
            address: "广东省深圳市罗湖区文锦路9号302房",
          },
        },
        {
          materialKind: "SRP_ID_FRONT",
          serviceIndex: 0,
          fields: { name: "李服误", certNumber: "E12345678", address: "湖南省长沙市岳麓区麓山路36号" },
        },
        { materialKind: "HOLDER_RELATION_PROOF", fields: { name: "吴股东", idNumber: "830000199001010012" } },
      ],
      domains: [
        {
          domain: "example.com",
          realNameHolder: "深圳市示例科技有限公司",
          holderCertType: 1,
          holderCertNumber: "91350100M000100Y43",
          holderRelation: "ENTITY",
        },
        {
          domain: "holder.example",
          realNameHolder: "郑持有",
          holderCertType: 2,
          holderCertNumber: "110101198001010010",
          holderRelation: "SHAREHOLDER",
        },
      ],
      companyRegistry: {
        status: "存续",
        name: "深圳市示例科技有限公司",
        certNumber: "91350100M000100Y43",
        legalRepresentative: "王法人",
      },
      filedRecord: {
        entity: {
          region: { provinceCode: "440000" },
          nature: 4,
          name: "深圳市示例科技有限公司",
          certType: 1,
          certNumber: "91350100M000100Y43",
          responsiblePerson: {
            name: "孙离职",
            idType: 2,
            idNumber: "110101197505050017",
            mobile: "13600007777",
          },
        },
        services: [
          {
            kind: "WEBSITE",
            name: "示例科技",
            filingNumber: "粤ICP备2026012345号-1",
            domains: ["example.com"],
            responsiblePerson: { sameAsEntity: false, name: "冯旧服", email: "feng@example.org" },
            accessProviders: [{ name: "某云计算有限公司", ours: true }],
          },
        ],
      },
      phones: [{ phone: "18812340000", provinceCode: "440000" }],
      images: [{ sha256: SHA, watermarkText: "仅供赵负责备案使用" }],
      sites: [{ domain: "example.com", footerCopyright: "© 2026 赵负责" }],
    },
  });
}

/** Every raw personal value of `unitDocument`, written down by hand and not by the code under test. */
export const UNIT_CANARIES = [
  "13900001111",
  "钱投资",
  "11010519491231002X",
  "赵负责",
  "110101199003070011",
  "13812341234",
  "13912345678",
  "周紧急",
  "0755-86541234",
  "86541234",
  "fuze.zhao",
  "137 6543 2109",
  "fuwu@example.net",
  "李服务",
  "E12345678",
  "15000001234",
  "62345678",
  "li@example.org",
  "1990-03-07",
  "文锦路",
  "李服误",
  "麓山路",
  "吴股东",
  "830000199001010012",
  "郑持有",
  "110101198001010010",
  "王法人",
  "孙离职",
  "110101197505050017",
  "13600007777",
  "冯旧服",
  "feng@example.org",
  "18812340000",
];

/** A natural person's document. */
export function individualDocument(): Application {
  return applicationSchema.parse({
    filingType: "FIRST_FILING",
    accountId: "acct-7",
    entity: {
      region: { provinceCode: "110000", cityCode: "110100", countyCode: "110105" },
      nature: 5,
      name: "陈个人",
      certType: 2,
      certNumber: "11010519491231002X",
      certAddress: "北京市朝阳区建国路88号5号楼",
      contactAddress: "北京市朝阳区望京街9号2单元301室",
      responsiblePerson: { name: "陈个人", idType: 2, idNumber: "11010519491231002X", mobile: "13500005555" },
    },
    services: [
      {
        kind: "WEBSITE",
        name: "我的随笔",
        domains: ["suibi.example"],
        responsiblePerson: { sameAsEntity: true },
      },
    ],
    materials: [],
    evidence: {
      ocr: [
        { materialKind: "ENTITY_CERTIFICATE", fields: { name: "陈个人", certNumber: "11010519491231002X" } },
        { materialKind: "ERP_ID_FRONT", fields: { name: "陈个人", address: "北京市朝阳区建国路88号5号楼" } },
      ],
      domains: [
        { domain: "suibi.example", realNameHolder: "陈个人", holderCertNumber: "11010519491231002X" },
      ],
      companyRegistry: { name: "陈个人" },
    },
  });
}

export const INDIVIDUAL_CANARIES = ["陈个人", "11010519491231002X", "建国路", "望京街", "13500005555"];
