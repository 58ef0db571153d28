import type { Text } from '@duban/domain'

const place = (zh: string, en: string): Text => ({ zh, en })

/** Names of neighbourhoods as they occur in many cities. */
export const PLACES: readonly Text[] = [
  place('建设路', 'Jianshe Road'),
  place('人民路', 'Renmin Road'),
  place('解放路', 'Jiefang Road'),
  place('中山路', 'Zhongshan Road'),
  place('和平里', 'Hepingli'),
  place('新华街', 'Xinhua Street'),
  place('文化路', 'Wenhua Road'),
  place('东风渠', 'Dongfeng Canal'),
  place('南关', 'Nanguan'),
  place('北站', 'North Station'),
  place('西园', 'Xiyuan'),
  place('东湖', 'East Lake'),
  place('桃园', 'Taoyuan'),
  place('柳河', 'Liuhe'),
  place('石桥', 'Shiqiao'),
  place('龙泉', 'Longquan'),
  place('凤凰山', 'Phoenix Hill'),
  place('青龙湾', 'Qinglong Bay'),
  place('白沙', 'Baisha'),
  place('金水', 'Jinshui'),
  place('滨河', 'Riverside'),
  place('临空', 'Airport'),
  place('高铁南', 'South of the railway'),
  place('老城', 'Old Town'),
]

/** Names of neighbourhoods of Erqi District, Zhengzhou. */
export const ERQI_PLACES: readonly Text[] = [
  place('德化街', 'Dehua Street'),
  place('解放路', 'Jiefang Road'),
  place('铭功路', 'Minggong Road'),
  place('一马路', 'Yima Road'),
  place('蜜蜂张', 'Mifengzhang'),
  place('五里堡', 'Wulibao'),
  place('大学路', 'Daxue Road'),
  place('建中街', 'Jianzhong Street'),
  place('福华街', 'Fuhua Street'),
  place('淮河路', 'Huaihe Road'),
  place('嵩山路', 'Songshan Road'),
  place('长江路', 'Changjiang Road'),
  place('京广路', 'Jingguang Road'),
  place('人和路', 'Renhe Road'),
  place('侯寨', 'Houzhai'),
  place('马寨', 'Mazhai'),
  place('樱桃沟', 'Yingtaogou'),
  place('金水河源', 'Jinshui Source'),
]
