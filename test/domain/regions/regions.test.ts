import { describe, expect, it } from "vitest";
import {
  cityOfAddress,
  provinceOfAddress,
  sameAddress,
  withinRegion,
} from "#shared/domain/regions/address-region";
import { isKnownRegion, nestingFaults, regionName } from "#shared/domain/regions/region-codes";

describe("regions told by an address", () => {
  it.each([
    ["广东省深圳市南山区科技园1号", "440000", "440300"],
    ["深圳南山区科技园", "440000", "440300"],
    ["中国广东省广州市", "440000", "440100"],
    ["中国（上海）自由贸易试验区张江路1号", "310000", "310100"],
    ["北京市朝阳区", "110000", "110100"],
    ["重庆市云阳县", "500000", "500100"],
    ["内蒙古呼和浩特市新城区", "150000", "150100"],
    ["广西南宁市", "450000", "450100"],
    ["新疆维吾尔自治区伊犁州奎屯市", "650000", "654000"],
    ["贵州省黔东南苗族侗族自治州凯里市", "520000", "522600"],
    ["贵州黔东南州凯里市", "520000", "522600"],
    ["毕节地区黔西县", "520000", "520500"],
    ["吉林省吉林市昌邑区", "220000", "220200"],
    ["吉林长春市", "220000", "220100"],
    ["海南海口市", "460000", "460100"],
    ["海南藏族自治州共和县", "630000", "632500"],
    ["河北区中山路1号", "120000", "120100"],
    ["苏州工业园区市场监督管理局", "320000", "320500"],
    ["巩义市人民路1号", "410000", "410100"],
    ["河南省巩义市人民路1号", "410000", "410100"],
    ["河南省济源市", "410000", "419001"],
    ["湖北省仙桃市", "420000", "429004"],
    ["湖北省省直辖县级行政区划天门市", "420000", "429006"],
    ["新疆石河子市", "650000", "659001"],
    ["河北省桥西区", "130000", null],
    ["桥西区", "130000", null],
    ["香港九龙", "810000", null],
    ["朝阳区建国路1号", null, null],
    ["南山区科技园", null, null],
    ["上海路100号", null, null],
    ["北京西路1号", null, null],
    ["中山东一路1号", null, null],
    ["东区3号", null, null],
    ["国家市场监督管理总局", null, null],
    ["", null, null],
  ])("%s", (address, province, city) => {
    expect(provinceOfAddress(address)).toBe(province);
    expect(cityOfAddress(address)).toBe(city);
  });

  it("cuts off the region, whatever its name contains", () => {
    expect(withinRegion("江苏省南京市鼓楼区中山路5号")).toBe("中山路5号");
    expect(withinRegion("河南省郑州市巩义市人民路")).toBe("人民路");
    expect(withinRegion("中山路5号")).toBe("中山路5号");
  });

  it("takes an address without its province for the same, and one of another province not", () => {
    expect(sameAddress("广东省深圳市南山区１号", "深圳市 南山区1号")).toBe(true);
    expect(sameAddress("广东省中山路1号", "江西省中山路1号")).toBe(false);
    expect(sameAddress("深圳市南山区1号", "深圳市南山区2号")).toBe(false);
  });
});

describe("region codes", () => {
  it("knows all levels and nothing else", () => {
    expect(["440000", "440300", "440305", "429004", "810000", "659012"].every(isKnownRegion)).toBe(true);
    expect(["990000", "440399", "44", "", "440305001"].some(isKnownRegion)).toBe(false);
    expect(regionName("440305")).toBe("南山区");
    expect(regionName("310100")).toBe("上海市");
    expect(regionName("990000")).toBeNull();
  });

  it.each([
    ["440000", "440300", "440305", []],
    ["440000", null, null, []],
    ["440000", null, "440305", []],
    ["420000", "429000", "429004", []],
    ["460000", "469000", "469001", []],
    ["500000", "500200", "500229", []],
    ["440000", "441900", "441900", []],
    ["330000", "440300", "440305", ["CITY"]],
    ["440000", "330100", "440305", ["CITY"]],
    ["440000", "440300", "440103", ["COUNTY"]],
    ["440000", "440300", "440399", ["COUNTY"]],
    ["440000", "330100", "320102", ["CITY", "COUNTY"]],
    ["990000", "440300", "440305", ["PROVINCE"]],
    ["440300", "440300", "440305", ["PROVINCE"]],
  ])("%s %s %s", (provinceCode, cityCode, countyCode, faults) => {
    expect(nestingFaults({ provinceCode, cityCode, countyCode })).toEqual(faults);
  });
});
