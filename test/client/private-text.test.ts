import { describe, expect, it } from "vitest";
import { mayStandInAddress } from "../../client/lib/private-text";

describe("search texts in the address", () => {
  it.each([
    "BA202611224Q1TZ7KX3N",
    "BA20261122",
    "example.com",
    "shop.example.com.cn",
    "粤ICP备12345678号",
    "粤ICP备12345678号-2",
    "91440300MA5FXXXX1K",
    "深圳市示例科技有限公司",
  ])("%s may stand there", (text) => {
    expect(mayStandInAddress(text)).toBe(true);
  });

  it.each([
    "张三",
    "欧阳娜娜",
    "阿依古丽·买买提",
    "13812345678",
    "0755-12345678",
    "11010519491231002X",
    "110101199003070011",
    "E12345678",
    "zhang.san@example.com",
    "广东省深圳市 1 号",
  ])("%s stays out of it", (text) => {
    expect(mayStandInAddress(text)).toBe(false);
  });
});
